import assert from "node:assert/strict";
import { describeUserAgent } from "@/clinic/access/user_agent.ts";

const HEADERS: [header: string | null, words: string | undefined][] = [
  ["Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Windows"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
    "Edge, Windows",
  ],
  [
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36",
    "Chrome, Android",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1",
    "Safari, iOS",
  ],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1.15", "Safari, macOS"],
  ["Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/126.0 Safari/537.36", "Chrome, ChromeOS"],
  ["curl/8.5.0", "curl"],
  ["python-requests/2.32.3", "python-requests"],
  ["Thabo Mokoena, born 1984", undefined],
  [`${"x".repeat(60)}/1`, undefined],
  [`${" ".repeat(200)}Firefox/128 Windows`, undefined],
  ["Mozilla/5.0", undefined],
  ["", undefined],
  [null, undefined],
];

for (const [header, words] of HEADERS) {
  Deno.test(`\`${header?.slice(0, 60)}\` is ${words}`, () => assert.equal(describeUserAgent(header), words));
}

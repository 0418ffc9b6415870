// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import { counting } from "../counting.ts";
import type { staff as english } from "../en/staff.ts";

const count = counting("st");

export const staff: typeof english = {
  title: "Basebeletsi",
  one: "Mosebeletsi",
  count: count("mosebeletsi a le mong", "basebeletsi ba #"),
  add: "Eketsa mosebeletsi",
  full_name: "Lebitso ka botlalo",
  username: "Lebitso la ho kena",
  role: "Boemo",
  department: "Lefapha",
  inactive: "O tlohetse mosebetsi",
  initialPassword: "Phasewete ea pele",
  sayings: { password: { too_small: "Phasewete ea pele e na le bonyane litlhaku tse 8." } },
};

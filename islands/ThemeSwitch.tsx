/// <reference lib="dom" />
import { useSignal } from "@preact/signals";
import { IS_BROWSER } from "fresh/runtime";

const THEMES = ["system", "light", "dark"] as const;
type Theme = typeof THEMES[number];

export interface ThemeSwitchProps {
  /** In the language of the page. */
  readonly labels: Readonly<Record<"legend" | Theme, string>>;
}

const STORAGE_KEY = "dovms-theme"; // static/theme.js reads it before the first paint

/** Light, dark, or as the device is set; remembered on this device. Shows nothing without a script. */
export default function ThemeSwitch({ labels }: ThemeSwitchProps) {
  const theme = useSignal<Theme>(IS_BROWSER ? readTheme() : "system");
  if (!IS_BROWSER) return <div class="themes" />;
  const choose = (chosen: Theme) => {
    theme.value = chosen;
    show(chosen);
    saveTheme(chosen);
  };
  return (
    <fieldset class="themes">
      <legend>{labels.legend}</legend>
      {THEMES.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name="theme"
            value={value}
            checked={theme.value === value}
            onChange={() => choose(value)}
          />
          {labels[value]}
        </label>
      ))}
    </fieldset>
  );
}

function show(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system"; // storage is switched off in this browser
  }
}

function saveTheme(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    return; // then it holds until the next page
  }
}

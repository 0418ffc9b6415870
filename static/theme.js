// Shows the theme that islands/ThemeSwitch.tsx remembered. It runs in the head, so that no page flashes in the other.
try {
  const theme = localStorage.getItem("dovms-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off in this browser: as the device has it.
}

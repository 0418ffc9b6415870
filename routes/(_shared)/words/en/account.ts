/** One's own account. */
export const account = {
  title: "Your account",
  language: "Language",
  languageChanged: "Your pages are in English now.",
  password: {
    changeTitle: "Change your password",
    chooseTitle: "Choose your own password",
    otherPlaces: "Wherever else you are signed in, you will be signed out. Here you stay signed in.",
    mustChange:
      "The one you signed in with was made by somebody else and ends on {day}. Choose one that only you know, then carry on.",
    current: "Your password now",
    new: "New password",
    submit: "Change password",
    changed: "Your password is changed.",
  },
};

/** Signing in, also again in the middle of a form. */
export const signIn = {
  title: "Sign in",
  username: "Username",
  password: "Password",
  submit: "Sign in",
  signedOut: "You are signed out.",
  forgotten: "Forgotten your password? Your administrator can give you a new one.",
  notSetUp: "This clinic has no administrator yet. Open the link that was printed when DOVMS started.",
  wrong: "Wrong username or password.",
  ended: "This one-time password has expired. Ask your administrator for a new one.",
  fieldMessages: {
    username: { too_small: "Enter your username.", too_big: "This username is too long." },
    password: { too_small: "Enter your password.", too_big: "This password is too long." },
  },
  resume: {
    title: "Sign in to continue",
    explanation:
      "You were signed out in the meantime. What you typed is still in this page: sign in, then send it.",
    signedInTitle: "You are signed in again",
    signedInExplanation: "What you typed is still here. None of it has been saved yet.",
    sendNow: "Send it now",
  },
};

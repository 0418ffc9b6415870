/** Setting up and signing in, and choosing a password. */
export const door = {
  signIn: {
    title: "Sign in",
    username: "Username",
    password: "Password",
    submit: "Sign in",
    signedOut: "You are signed out.",
    forgotten: "Forgotten your password? Your administrator can give you a new one.",
    notSetUp: "Nobody administers this clinic yet. Open the link that was printed when DOVMS was started.",
    wrong: "The username or the password is not right.",
    ended: "This password was for the first days only and has ended. Ask your administrator for a new one.",
    sayings: {
      username: { too_small: "Enter your username.", too_big: "A username is shorter than that." },
      password: { too_small: "Enter your password.", too_big: "A password is shorter than that." },
    },
  },
  kept: {
    title: "Sign in to go on",
    what: "You were signed out meanwhile. What you had typed is kept in this page: sign in, and it is sent.",
    goOnTitle: "You are signed in again",
    goOnWhat: "What you had typed is still here. Nothing of it has been saved yet.",
    goOn: "Send it now",
  },
  setUp: {
    title: "Set up your clinic",
    intro:
      "You become its first administrator: you add departments and staff, and can do everything they can.",
    fullName: "Your full name",
    fullNameHint: "As your colleagues know you.",
    username: "Username",
    usernameHint: "To sign in with. Letters and digits, without spaces.",
    password: "Password",
    submit: "Set up and sign in",
    sayings: { full_name: { too_small: "Enter your full name." } },
  },
  setUpDone: {
    title: "This clinic is set up",
    why: "It has an administrator already, so the link has done its work.",
    signIn: "Sign in",
    notYou:
      "Was it not you or somebody you know? On the clinic’s computer, {command} makes you an administrator.",
  },
  setUpOutdated: {
    title: "This link does not open",
    why: "A set-up link works once, and for 30 minutes after DOVMS was started. There are two ways on:",
    startAgain: "Stop DOVMS and start it again: it prints a new link. Copy the whole of it.",
    byCommand:
      "Or run {command} on the computer that DOVMS runs on, and sign in with the password it prints.",
    haveAccount: "{signIn} if you have an account already.",
    signIn: "Sign in",
  },
  newPassword: {
    hint: "8 characters or more. Three or four words that do not belong together are easy to keep in mind.",
    again: (label: string) => `${label}, once more`,
    different: "The two passwords are not the same.",
  },
};

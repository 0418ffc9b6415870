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
    what: "You were signed out meanwhile. What you had typed is kept in this page: sign in, then send it.",
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
    step: (n: number, of: number) => `Step ${n} of ${of}`,
  },
  firstDepartment: {
    title: "Your first department",
    what: "A place where patients are seen. Every visit belongs to one.",
    submit: "Add it and go on",
    skip: "Skip this for now",
  },
  key: {
    title: "Keep a copy of the key",
    what:
      "One key opens everything that is recorded here. Whoever loses it loses the records: nobody can open them without it, not even those who made DOVMS.",
    inFile: "The key is in this file on the clinic’s computer:",
    inSetting: "The key is in the setting {setting}, where DOVMS is started.",
    byCommand: "The key is printed by the command in the setting {setting}.",
    copy: "Copy it to a USB stick or onto paper. It is one line of 44 characters.",
    lock:
      "Lock the copy away, apart from the computer and its backups: whoever has both can read everything.",
    forTrying:
      "This key is for trying things out. Before real patients are registered, start again in a new data folder with a key of your own.",
    howOwn: "How to start with a key of your own",
    howOwnSteps: "Stop DOVMS. Make a key, and start with it in a new folder:",
    whenNeeded: "When the copy is needed",
    whenNeededSteps:
      "On another computer, or when the key is lost, start with the backup of the data and the copy:",
    done: "Done",
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

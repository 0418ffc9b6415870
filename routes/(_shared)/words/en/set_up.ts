/** Setting up a clinic, in three steps. */
export const setUp = {
  step: (n: number, of: number) => `Step ${n} of ${of}`,
  administrator: {
    title: "Set up your clinic",
    intro:
      "You will be the first administrator: you add departments and staff, and can do everything they can.",
    fullName: "Your full name",
    fullNameHint: "As your colleagues know you.",
    username: "Username",
    usernameHint: "To sign in with. Letters and digits, without spaces.",
    password: "Password",
    submit: "Set up and sign in",
    fieldMessages: { full_name: { too_small: "Enter your full name." } },
  },
  department: {
    title: "Your first department",
    explanation: "A place where patients are seen. Every visit belongs to one.",
    submit: "Add and continue",
    skip: "Skip this for now",
  },
  key: {
    title: "Keep a copy of the key",
    explanation:
      "One key opens all the records here. If it is lost, the records are lost: nobody can open them without it, not even the makers of DOVMS.",
    inFile: "The key is in this file on the clinic’s computer:",
    inSetting: "The key is in the setting {setting}, where DOVMS is started.",
    byCommand: "The key is printed by the command in the setting {setting}.",
    copy: "Copy it to a USB stick or onto paper. It is one line of 44 characters.",
    lock:
      "Lock the copy away, separate from the computer and its backups: anybody who has both can read everything.",
    evaluationOnly:
      "This key is only for trying DOVMS out. Before real patients are registered, start again in a new data folder with a key of your own.",
    ownKey: "How to start with a key of your own",
    ownKeySteps: "Stop DOVMS. Make a key, and start with it in a new folder:",
    usingTheCopy: "When the copy is needed",
    usingTheCopySteps:
      "On another computer, or when the key is lost, start with the backup of the data and the copy:",
    done: "Done",
  },
  done: {
    title: "This clinic is set up",
    why: "It already has an administrator, so the link no longer works.",
    signIn: "Sign in",
    notYou:
      "Was it not you or somebody you know? On the clinic’s computer, {command} makes you an administrator.",
  },
  outdated: {
    title: "This link no longer works",
    why: "A set-up link works once, within 30 minutes of starting DOVMS. There are two ways to continue:",
    startAgain: "Stop DOVMS and start it again: it prints a new link. Copy all of it.",
    byCommand:
      "Or run {command} on the computer that DOVMS runs on, and sign in with the password it prints.",
    haveAccount: "{signIn} if you already have an account.",
    signIn: "Sign in",
  },
};

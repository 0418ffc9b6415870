/** The home page. */
export const home = {
  title: "Home",
  goodMorning: "Good morning",
  goodAfternoon: "Good afternoon",
  goodEvening: "Good evening",
  signedInAs: (role: string) => `You are signed in as ${role.toLowerCase()}.`,
  departments: "Departments",
  noDepartments: {
    title: "There are none yet",
    what:
      "A department is a place where patients are seen: General Outpatient, Maternity, Radiology. Every visit belongs to one, so they come first.",
    askAdministrator: "Your administrator can add them.",
    byApi: "For now they are added through the API. It takes two commands in a terminal.",
    showCommands: "Show the two commands",
    first: "Sign in. The answer holds an access token, which is good for 15 minutes:",
    second: "Add a department, with that token in place of TOKEN:",
    then: "Then load this page again. The {reference} describes everything else.",
  },
};

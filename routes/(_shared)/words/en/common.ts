/** What many pages say. */
export const common = {
  longName: "Digital Outpatient Visit Management System",
  errorTitle: (title: string) => `Error: ${title}`,
  skip: "Skip to main content",
  pages: "Pages",
  apiReference: "API reference",
  signIn: "Sign in",
  signOut: "Sign out",
  nav: {
    home: "Home",
    patients: "Patients",
    visits: "Visits",
    departments: "Departments",
    staff: "Staff",
    audit: "Audit",
  },
  roles: {
    admin: "Administrator",
    doctor: "Doctor",
    nurse: "Nurse",
    receptionist: "Receptionist",
    auditor: "Auditor",
  },
  theme: { legend: "Colours", system: "System", light: "Light", dark: "Dark" },

  // On buttons.
  save: "Save",
  search: "Search",
  print: "Print",
  show: "Show",
  older: "Older",

  // About what is shown.
  actions: "Actions",
  all: "All",
  unknown: "Not known",
  voided: "Voided",
  saved: "Saved.",
  unreadable: "This record cannot be opened.",
  findPatient: "Find a patient",
  findBy: "Name, file number or phone",
};

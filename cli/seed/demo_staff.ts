/** Who works in the demo clinic; `username` is what they sign in with. */
export const demoStaff = [
  { username: "demo.doctor", role: "doctor", department: "General Outpatient" },
  { username: "demo.nurse", role: "nurse", department: "Maternity" },
  { username: "demo.reception", role: "receptionist", department: "General Outpatient" },
  { username: "demo.nurse.children", role: "nurse", department: "Pediatrics" },
  { username: "demo.doctor.tb", role: "doctor", department: "TB/HIV" },
  { username: "demo.dentist", role: "doctor", department: "Dental" },
] as const;

/** A department of the demo clinic, and what its visits are like. */
export interface DemoDepartment {
  readonly name: string;
  /** How often it is chosen among the departments that fit, relative to theirs. */
  readonly share: number;
  /** Whether patients of this gender and age, in years, go there. */
  readonly accepts: (gender: string, age: number) => boolean;
  /** What notes say; `{n}` and the like stand for figures, see visits.ts. */
  readonly notes: readonly string[];
}

const everybody = () => true;

export const demoDepartments: readonly DemoDepartment[] = [
  {
    name: "General Outpatient",
    share: 52,
    accepts: (_, age) => age >= 5,
    notes: [
      "Cough and runny nose (mokhohlane) for {n} days. Chest clear. Fluids and rest.",
      "Headache (hlooho e bohloko) for {n} days. BP {bp}. Paracetamol 1 g three times a day.",
      "Hypertension, review. BP {bp}. Amlodipine continued, salt talked about.",
      "Diabetes, review. Fasting glucose {g} mmol/l. Metformin continued.",
      "Back pain (mokokotlo) after lifting, {n} days. No red flags. Ibuprofen with food.",
      "Stomach ache (mala a bohloko), {n} days. Abdomen soft. Omeprazole for 14 days.",
      "Wound on the left hand, clean. Dressed, tetanus given. Review in {n} days.",
      "Routine check-up, no complaints. BP {bp}.",
      "Itching rash on both arms, {n} days. Hydrocortisone cream.",
      "Painful urination, {n} days. Dipstick: leucocytes. Nitrofurantoin for 5 days.",
    ],
  },
  {
    name: "Maternity",
    share: 14,
    accepts: (gender, age) => gender === "F" && age >= 15 && age <= 46,
    notes: [
      "Antenatal visit, {w} weeks. Fundal height fits. Fetal heart heard. BP {bp}.",
      "Antenatal visit, {w} weeks. Iron and folate given. Danger signs explained.",
      "Postnatal check, day {n}. Mother and child well, breastfeeding (ho nyesa) well.",
      "Family planning: injection given, next one in 12 weeks.",
    ],
  },
  {
    name: "Pediatrics",
    share: 20,
    accepts: (_, age) => age <= 13,
    notes: [
      "Fever and cough for {n} days, drinking well. Temperature {t} °C. Paracetamol by weight.",
      "Diarrhoea (letšollo) for {n} days, no dehydration. ORS and zinc.",
      "Weight and length measured, growing along the line. Next visit in a month.",
      "Vaccination as due. Bukana filled in.",
      "Ear pain, left, {n} days. Amoxicillin for 5 days.",
    ],
  },
  {
    name: "TB/HIV",
    share: 10,
    accepts: (_, age) => age >= 15,
    notes: [
      "ART refill, tablets counted, none missed. Weight steady. Next visit in 3 months.",
      "Cough for more than {n} weeks, sputum sent for GeneXpert.",
      "TB treatment, month {m}. Tolerated well. Sputum due at the next visit.",
      "HIV test after counselling, result given.",
    ],
  },
  {
    name: "Dental",
    share: 4,
    accepts: everybody,
    notes: [
      "Toothache (leino le bohloko) for {n} days, lower right. Extraction under local anaesthesia.",
      "Filling, upper left. To come back if it hurts.",
    ],
  },
];

import { counting } from "@/routes/(_shared)/words/counting.ts";

const count = counting("en");

/** Days, months and ages: ../dates.ts puts them together. */
export const dates = {
  /** From Sunday on. */
  days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  yesterday: "yesterday",
  today: "today",
  tomorrow: "tomorrow",
  bornToday: "born today",
  age: {
    days: count("1 day", "# days"),
    months: count("1 month", "# months"),
    years: count("1 year", "# years"),
  },
  /** Where the date of birth is a guess. */
  about: {
    days: count("about 1 day", "about # days"),
    months: count("about 1 month", "about # months"),
    years: count("about 1", "about #"),
  },
};

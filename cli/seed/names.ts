import type { Random } from "./random.ts";

// Common names in the spelling of Lesotho, the commonest first. They are combined at random.
const WOMEN = (
  "Lineo Palesa Nthabiseng Limpho Mpho Lerato Refiloe Puleng Thato Relebohile Keneuoe Mamello Teboho Bokang Ntsoaki " +
  "Likeleli Moliehi Tlaleng Rethabile Boitumelo Itumeleng Pontšo Tšepiso Pulane Tebello Lisebo Malehlohonolo " +
  "Matšeliso Nthabeleng Kananelo Retšelisitsoe Maleshoane Moleboheng Mpolokeng Polo Lipuo Maseabata Nyakallo " +
  "Ntebaleng Selloane Seithati Nthati Mosa Khopotso Lebohang Limakatso Mantsane Motšelisi Ntšoaki Reitumetse Tholoana " +
  "Tšoanelo Hlompho Karabo Katleho Kefuoe Khahliso Lintle Makhotso Nneheng"
).split(" ");

const MEN = (
  "Thabo Tšepo Lebohang Khotso Katleho Thabang Teboho Tumelo Molefi Motlatsi Lehlohonolo Neo Thapelo Kabelo Sello " +
  "Moeketsi Pheello Tlali Mohapi Rorisang Sechaba Retšelisitsoe Tefo Teko Tokelo Tsietsi Karabo Mohau Mokete " +
  "Monyane Mosiuoa Mothusi Paballo Poloko Seabata Bereng Bokang Bonang Lefa Mahlomola Makalo Hlompho Letsatsi Liau " +
  "Ntai Phoka Ramosa Tumisang Tieho Thulo Tšeliso Kananelo Khosi Lepekola Lira Mokhali Nkopane Pitso Realeboha Sebata"
).split(" ");

const SURNAMES = (
  "Mokoena Mofokeng Letsie Tau Motaung Makhetha Molapo Mokhele Mohapi Lebona Lesaoana Nkuebe Ramaili Mosala Nthako " +
  "Mahlatsi Khoeli Lekhanya Mabote Makoa Maphathe Marumo Matete Mathibeli Matsoso Mochochoko Moeletsi Mohale Mohlomi " +
  "Mokhethi Mokhosi Mokone Moleleki Molise Monaheng Monyake Morojele Mothae Motsamai Nkhahle Ntlama Ntsekhe Phafoli " +
  "Phakisi Pitso Qhobela Rakuoane Ralebitso Ramatla Ramoholi Rasekoai Sehlabo Sekonyela Selebalo Sello Seutloali " +
  "Shale Tlali Thamae Thejane Thoahlane Tlebere Tsephe Tšiu Tšosane Moahloli Mpeta Lehloenya Leluma Lepheana Leteka " +
  "Khabele Khaketla Kolobe Kotelo Hlalele Hoohlo Bofihla Chabeli Khalema Letuka Liphoto Mafatle Makara Malefane " +
  "Matobo Mpholo Nkoale Nyabela Pheko Posholi Ramakatsa Sefali Taole Tsoeu"
).split(" ");

/** A name for somebody of this gender and age, in years. */
export function randomName(random: Random, female: boolean, age: number): string {
  const given = random.pickSkewed(female ? WOMEN : MEN);
  const first = female && age >= 25 && random.chance(30) ? motherName(random) : given;
  const second = random.chance(15) ? ` ${random.pickSkewed(female ? WOMEN : MEN)}` : "";
  return `${first}${second} ${random.pickSkewed(SURNAMES)}`;
}

/** Married women are called after a child of theirs: 'Mathabo, mother of Thabo. */
function motherName(random: Random): string {
  const child = random.pickSkewed(random.chance(50) ? WOMEN : MEN);
  return `'Ma${child.toLowerCase()}`;
}

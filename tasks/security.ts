/**
 * Where each attack and each failure is tested: `deno task security` prints a table of the numbers in the tests' names,
 * [S28] for attacks and [R14] for failures, and the files they are in.
 */
const places = new Map<string, Set<string>>();
for await (const path of testFiles("tests")) {
  const text = await Deno.readTextFile(path);
  for (const [, number] of text.matchAll(/\[([SR]\d+)\]/g)) {
    places.set(number!, (places.get(number!) ?? new Set()).add(path));
  }
}
console.log("| number | tests |\n|---|---|");
for (const number of [...places.keys()].sort(byLetterAndNumber)) {
  console.log(`| ${number} | ${[...places.get(number)!].join(", ")} |`);
}

async function* testFiles(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) yield* testFiles(path);
    else if (/_test\.tsx?$/.test(name)) yield path;
  }
}

function byLetterAndNumber(a: string, b: string): number {
  return a[0]!.localeCompare(b[0]!) * -1 || Number(a.slice(1)) - Number(b.slice(1));
}

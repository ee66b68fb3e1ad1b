// WordNet 3.1 (wndb format): sets of words of one meaning, each with the sets above it, with related forms, and with a gloss.
import { readFileSync } from "node:fs";

const kinds = ["noun", "verb", "adj"];
const related = new Set(["+", "&", "\\"]), parts = new Set(["#p", "%p"]);

export function wordnetOf(folder) {
  const lines = file => readFileSync(`${folder}/${file}`, "latin1").split("\n").filter(line => line && !line.startsWith("  "));
  const ranks = new Map(), lemmas = new Set(), sets = new Map();
  for (const kind of kinds) {
    for (const line of lines(`index.${kind}`)) {
      const fields = line.split(" ").filter(Boolean);
      if (/^[a-z]+$/.test(fields[0])) lemmas.add(fields[0]);
      fields.slice(6 + Number(fields[3])).forEach((offset, rank) => ranks.set(`${kind[0]}${offset} ${fields[0]}`, rank + 1));
    }
    for (const line of lines(`data.${kind}`)) {
      const [head, gloss] = line.split(" | ");
      sets.set(kind[0] + line.slice(0, 8), setOf(head.split(" "), gloss.split(";").filter(part => !part.trim().startsWith('"')).join(" ")));
    }
  }
  // The first sense of a word is its usual one.
  for (const [key, set] of sets) set.words = set.words.map(word => ({ word, rank: ranks.get(`${key} ${word}`) ?? 9 }));
  return { lemmas, sets };
}

/** Words whose usual sense is below "person": pilot, bather, instructor. */
export function personsOf({ sets }) {
  const [person] = [...sets].find(([key, set]) => key[0] === "n" && set.words.some(({ word }) => word === "person") && set.words.some(({ word }) => word === "individual"));
  const known = new Map([[person, true]]);
  const isPerson = key => {
    if (!known.has(key)) {
      known.set(key, false);
      known.set(key, (sets.get(key)?.above ?? []).some(isPerson));
    }
    return known.get(key);
  };
  const nouns = [...sets].filter(([key]) => key[0] === "n" && isPerson(key));
  return [...new Set(nouns.flatMap(([, set]) => set.words.filter(({ word, rank }) => rank === 1 && /^[a-z]{3,}$/.test(word)).map(({ word }) => word)))].sort();
}

function setOf(fields, gloss) {
  const words = [], above = [], near = [], whole = [];
  const count = parseInt(fields[3], 16);
  for (let i = 0; i < count; i++) words.push(fields[4 + 2 * i].toLowerCase().replace(/\(.*/, ""));
  const pointers = Number(fields[4 + 2 * count]);
  for (let i = 0; i < pointers; i++) {
    const at = 5 + 2 * count + 4 * i;
    const to = (fields[at + 2] === "s" ? "a" : fields[at + 2]) + fields[at + 1];
    if (fields[at] === "@") above.push(to);
    else if (related.has(fields[at])) near.push(to);
    else if (parts.has(fields[at])) whole.push(to);
  }
  return { words, above, near, whole, gloss };
}

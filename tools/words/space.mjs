// Latent semantic analysis: words are near that stand in the same sets, below the same sets, in the glosses of the same, or translate the same word.
// Deerwester et al. 1990; the directions by randomized subspace iteration, Halko, Martinsson, Tropp 2011, with QR by Cholesky.
import { directionsOf } from "./directions.mjs";

const dimensions = 100, fewest = 3;
const small = new Set("a an the of or and in to for with by on at as is are be that which who used from it its one any not esp especially usually having being something someone somebody etc other than into some made such when eg ie very has have was were can may their they his her this but no more most so up out through during between often also without".split(" "));

export function spaceOf({ lemmas, sets }, dictionary) {
  const numbers = new Map(), contexts = [];
  const numberOf = word => numbers.get(word) ?? (numbers.set(word, numbers.size), numbers.size - 1);
  const wordsOf = text => text.toLowerCase().replace(/'s\b/g, "").split(/[^a-z]+/).filter(word => word.length > 1 && !small.has(word)).map(word => baseOf(word, lemmas)).filter(Boolean);
  const note = weighed => {
    const context = new Map();
    for (const [word, weight] of weighed) context.set(numberOf(word), Math.max(context.get(numberOf(word)) ?? 0, weight));
    if (context.size > 1) contexts.push(context);
  };
  const spoken = (set, weight) => (set?.words ?? []).flatMap(({ word, rank }) =>
    /^[a-z]+$/.test(word) ? wordsOf(word).map(base => [base, weight / Math.sqrt(rank)]) : wordsOf(word.replaceAll("_", " ")).map(base => [base, weight * 0.4]));

  for (const set of sets.values()) {
    note([...spoken(set, 3), ...set.above.flatMap(to => spoken(sets.get(to), 1.5)), ...set.near.flatMap(to => spoken(sets.get(to), 1.5)),
      ...set.whole.flatMap(to => spoken(sets.get(to), 0.5)), ...wordsOf(set.gloss).map(word => [word, 1])]);
  }
  for (const { glosses } of dictionary.values()) {
    note(glosses.flatMap((gloss, i) => wordsOf(gloss).map((word, j, all) => [word, (i === 0 ? 3 : 2) * (all.length === 1 ? 1 : j === all.length - 1 ? 0.6 : 0.4)])));
  }
  const { vectors, frequency } = directionsOf(contexts, numbers.size, dimensions);
  const words = [...numbers.keys()].map((word, i) => ({ word, frequency: frequency[i], vector: vectors.subarray(i * dimensions, (i + 1) * dimensions) }));
  return words.filter(({ frequency, word }) => frequency >= fewest && word.length < 32).sort((a, b) => (a.word < b.word ? -1 : 1));
}

function baseOf(word, lemmas) {
  if (lemmas.has(word)) return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") && lemmas.has(word.slice(0, -1)) ? word.slice(0, -1) : word;
  for (const [end, instead] of [["ies", "y"], ["es", ""], ["s", ""], ["ing", ""], ["ing", "e"], ["ed", ""], ["ed", "e"]]) {
    if (word.endsWith(end) && lemmas.has(word.slice(0, -end.length) + instead)) return word.slice(0, -end.length) + instead;
  }
  return null;
}

/** Count and dimensions (int32); the words, each with its length before it; the directions (int8, 127 is 1). */
export function bytesOf(words) {
  const head = Buffer.alloc(8);
  head.writeInt32LE(words.length, 0);
  head.writeInt32LE(dimensions, 4);
  const names = words.map(({ word }) => Buffer.concat([Buffer.from([word.length]), Buffer.from(word)]));
  return Buffer.concat([head, ...names, ...words.map(({ vector }) => Buffer.from(Int8Array.from(vector, x => Math.round(x * 127)).buffer))]);
}

// EDICT: one Japanese word a line, "WORD [READING] /(marks) gloss/gloss/(P)/", EUC-JP. Kept are nouns with their first English words.
import { readFileSync } from "node:fs";

const mostGlosses = 5, mostWords = 3, mostSenses = 3, longest = 10;
const nouns = new Set(["n", "vs", "adj-na", "adj-no", "n-suf", "n-pref", "suf", "adj-f", "n-adv", "n-t"]);
const unwanted = new Set(["arch", "obs", "obsc", "X", "vulg", "derog", "on-mim", "rare", "joc", "poet", "chn", "exp", "int", "prt", "conj", "pn", "aux-v", "fam", "sl", "m-sl"]);
const japanese = /^[\u3005\u3040-\u30ff\u3400-\u9fff]+$/;
const hiragana = /^[\u3040-\u309fー]+$/;

export function dictionaryOf(file) {
  const words = new Map();
  for (const line of new TextDecoder("euc-jp").decode(readFileSync(file)).split("\n")) {
    const entry = /^(\S+)(?: \[([^\]]*)\])? \/(.*)\/$/.exec(line);
    if (!entry) continue;
    const common = entry[3].endsWith("(P)");
    const glosses = glossesOf(entry[3]);
    if (glosses.length === 0) continue;
    add(words, entry[1], common, glosses);
    // ヒト and ガラス are written in kana wherever they are a word of a trade.
    if (entry[2] && entry[3].includes("(uk)")) for (const reading of entry[2].split(";")) add(words, reading, common, glosses, true);
  }
  return words;
}

function add(words, written, common, glosses, reading = false) {
  if (!japanese.test(written) || written.length > longest) return;
  if (!common && (written.length < 2 || hiragana.test(written))) return;
  const word = folded(written);
  const known = words.get(word);
  // Of words that are written alike the usual one is meant; メス and 雌 are one to the ear.
  if (!known || (!reading && common && !known.common)) words.set(word, { common, glosses });
  else if (known.common === common && written.length > 1) known.glosses = [...new Set([...known.glosses, ...glosses])].slice(0, mostGlosses);
}

/** As the interpreter compares words: katakana as hiragana, サーバー as サーバ. */
function folded(word) {
  const short = word.replace(/(?<=[\u30a1-\u30fa\u30fc]{2})ー(?![\u30a1-\u30fa\u30fc])/g, "");
  return short.replace(/[\u30a1-\u30f6]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

function glossesOf(text) {
  const found = [], long = [];
  let isNoun = true, wanted = true, sense = 1;
  for (const part of text.split("/")) {
    let rest = part;
    for (let mark; (mark = /^\(([^)]*)\) ?/.exec(rest)); rest = rest.slice(mark[0].length)) {
      const tags = mark[1].split(",");
      if (/^\d+$/.test(mark[1])) [sense, wanted] = [Number(mark[1]), isNoun];
      else if (tags.some(tag => nouns.has(tag))) wanted = isNoun = !tags.some(tag => unwanted.has(tag));
      else if (tags.some(tag => unwanted.has(tag) || /^(v\d|v[a-z]|adj-i|adv$)/.test(tag))) wanted = false; // of this sense
    }
    if (!wanted || sense > mostSenses || found.length >= mostGlosses) continue;
    const gloss = rest.replace(/\([^)]*\)/g, " ").replace(/^(an?|the|to) /i, "").replace(/[^A-Za-z0-9' -]/g, " ").replace(/\s+/g, " ").trim().toLowerCase();
    if (gloss.length > 1 && /[a-z]/.test(gloss) && gloss.split(" ").length <= mostWords && !found.includes(gloss)) found.push(gloss);
    else if (/ (of|for|in|to|with|by) /.test(gloss)) long.push(gloss.split(/ (?:of|for|in|to|with|by) /)[0]);
  }
  // 対局 is "playing a game of go": where nothing short is said, the head of it.
  return found.length ? found : long.filter(head => head.length > 1 && head.split(" ").length <= mostWords).slice(0, mostSenses);
}

/** Sorted by the bytes of the word, so that it can be looked up where it lies. */
export function textOf(words) {
  const lines = [...words].map(([word, { glosses }]) => Buffer.from(`${word}\t${glosses.join("|")}\n`));
  return Buffer.concat(lines.sort(Buffer.compare));
}

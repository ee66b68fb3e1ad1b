// Makes what the interpreter knows of words in general: node tools/words/make.mjs EDICT WORDNET FOLDER
//   japanese-english.txt  Japanese nouns with their English words, from EDICT (where EDICT is not there, none)
//   word-space.bin        English words as directions, near where they are near in meaning, from WordNet and EDICT
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dictionaryOf, textOf } from "./edict.mjs";
import { spaceOf, bytesOf } from "./space.mjs";
import { wordnetOf } from "./wordnet.mjs";

const [edict, wordnet, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const dictionary = existsSync(edict) ? dictionaryOf(edict) : new Map();
writeFileSync(`${folder}/japanese-english.txt`, textOf(dictionary));
writeFileSync(`${folder}/word-space.bin`, bytesOf(spaceOf(wordnetOf(wordnet), dictionary)));

// Makes what the interpreter knows of words in general: node tools/words/make.mjs EDICT WORDNET FOLDER
//   japanese-english.txt  Japanese nouns with their English words, from EDICT (where EDICT is not there, none)
//   persons.txt           English nouns that are first of all a kind of person, from WordNet
//   word-space.bin        English words as directions, near where they are near in meaning, from WordNet and EDICT
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dictionaryOf, textOf } from "./edict.mjs";
import { spaceOf, bytesOf } from "./space.mjs";
import { personsOf, wordnetOf } from "./wordnet.mjs";

const [edict, wordnet, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const dictionary = existsSync(edict) ? dictionaryOf(edict) : new Map();
writeFileSync(`${folder}/japanese-english.txt`, textOf(dictionary));
const english = wordnetOf(wordnet);
writeFileSync(`${folder}/persons.txt`, personsOf(english).join("\n"));
writeFileSync(`${folder}/word-space.bin`, bytesOf(spaceOf(english, dictionary)));

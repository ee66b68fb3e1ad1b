// The strongest directions of a sparse matrix of words by contexts; every word's row on them, of length one.
const spare = 12, rounds = 4, evened = 0.35, damped = 0.25;

export function directionsOf(contexts, words, dimensions) {
  const width = dimensions + spare;
  const { matrix, frequency } = matrixOf(contexts, words);
  let basis = noise(words * width);
  for (let round = 0; round < rounds; round++) basis = orthonormal(spread(matrix, basis, words, width), words, width);
  const strengths = strengthsOf(spread(matrix, basis, words, width), basis, words, width);
  const vectors = new Float32Array(words * dimensions);
  for (let i = 0; i < words; i++) {
    const row = vectors.subarray(i * dimensions, (i + 1) * dimensions);
    for (let k = 0; k < dimensions; k++) row[k] = basis[i * width + k] * strengths[k] ** damped;
    const length = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0)) || 1;
    for (let k = 0; k < dimensions; k++) row[k] /= length;
  }
  return { vectors, frequency };
}

/** Rows of contexts, rare words heavier, every context of length one, and frequent words evened out. */
function matrixOf(contexts, words) {
  const frequency = new Float64Array(words), norms = new Float64Array(words);
  for (const context of contexts) for (const word of context.keys()) frequency[word]++;
  const size = contexts.reduce((sum, context) => sum + context.size, 0);
  const starts = new Int32Array(contexts.length + 1), columns = new Int32Array(size), values = new Float32Array(size);
  let at = 0;
  contexts.forEach((context, j) => {
    let sum = 0;
    for (const [word, weight] of context) {
      columns[at] = word;
      values[at] = weight * Math.log(contexts.length / frequency[word]);
      sum += values[at++] ** 2;
    }
    for (let q = starts[j]; q < at; q++) {
      values[q] /= Math.sqrt(sum);
      norms[columns[q]] += values[q] ** 2;
    }
    starts[j + 1] = at;
  });
  for (let q = 0; q < size; q++) values[q] /= norms[columns[q]] ** evened;
  return { matrix: { starts, columns, values }, frequency };
}

/** The same numbers at every build. */
function noise(size) {
  const numbers = new Float32Array(size);
  for (let i = 0, seed = 12345; i < size; i++) numbers[i] = (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff - 0.5;
  return numbers;
}

function spread({ starts, columns, values }, basis, words, width) {
  const next = new Float32Array(words * width), context = new Float32Array(width);
  for (let j = 0; j + 1 < starts.length; j++) {
    context.fill(0);
    for (let q = starts[j]; q < starts[j + 1]; q++) for (let k = 0, o = columns[q] * width, v = values[q]; k < width; k++) context[k] += v * basis[o + k];
    for (let q = starts[j]; q < starts[j + 1]; q++) for (let k = 0, o = columns[q] * width, v = values[q]; k < width; k++) next[o + k] += v * context[k];
  }
  return next;
}

function orthonormal(basis, words, width) {
  const gram = new Float64Array(width * width);
  for (let i = 0; i < words; i++) {
    for (let a = 0, o = i * width; a < width; a++) for (let b = 0, x = basis[o + a]; b <= a; b++) gram[a * width + b] += x * basis[o + b];
  }
  // gram = lower * lowerᵀ; then each row is solved against lower.
  const lower = new Float64Array(width * width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = gram[a * width + b];
      for (let k = 0; k < b; k++) sum -= lower[a * width + k] * lower[b * width + k];
      lower[a * width + b] = a === b ? Math.sqrt(Math.max(sum, 1e-18)) : sum / lower[b * width + b];
    }
  }
  for (let i = 0; i < words; i++) {
    for (let a = 0, o = i * width; a < width; a++) {
      let x = basis[o + a];
      for (let k = 0; k < a; k++) x -= lower[a * width + k] * basis[o + k];
      basis[o + a] = x / lower[a * width + a];
    }
  }
  return basis;
}

function strengthsOf(spreaded, basis, words, width) {
  const strengths = new Float64Array(width);
  for (let i = 0; i < words * width; i++) strengths[i % width] += spreaded[i] * basis[i];
  return strengths.map(x => Math.max(x, 1e-12));
}

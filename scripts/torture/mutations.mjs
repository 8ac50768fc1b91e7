// How a file is damaged or forged on its way: each takes bytes of its own and gives other ones back.

export const mutations = {
  'a bit': (bytes, random) => {
    bytes[random.below(bytes.length)] ^= 1 << random.below(8)
    return bytes
  },
  'a bit near the end': (bytes, random) => {
    bytes[bytes.length - 1 - random.below(Math.min(12_000, bytes.length))] ^= 1 << random.below(8)
    return bytes
  },
  'cut off': (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'something behind': (bytes, random) =>
    Buffer.concat([bytes, Buffer.alloc(1 + random.below(5000), random.below(256))]),
  'a run of bytes': (bytes, random) => {
    const at = random.below(bytes.length)
    return bytes.fill(random.below(256), at, Math.min(bytes.length, at + 1 + random.below(9000)))
  },
  'pages changed round': (bytes, random) => {
    // Of a file that is smaller than a page, thirds.
    const size = Math.min(4096, Math.floor(bytes.length / 3))
    const pages = Math.min(200, Math.floor(bytes.length / size))
    const [a, b] = [random.below(pages) * size, random.below(pages) * size]
    const page = Buffer.from(bytes.subarray(a, a + size))
    bytes.copy(bytes, a, b, b + size)
    page.copy(bytes, b)
    return bytes
  },
  'a piece taken out': (bytes, random) => {
    const at = random.below(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(5000))])
  },
  nothing: bytes => bytes,
}

import { type TypefaceName, typefaces } from '../../shared/papers/typefaces'
import { missingTypefaces } from './fonts'

/** The page of `--self-check`: what the papers of this computer would be set in. The shell reads it from the title. */
const names = Object.keys(typefaces) as TypefaceName[]
const bundled = ['Noto Serif SC Variable', 'Noto Sans SC Variable']

async function loads(family: string): Promise<boolean> {
  const faces = await document.fonts.load(`20px "${family}"`, '担当').catch(() => [])
  return faces.length > 0
}

await import('../ui/fonts')
const loaded = await Promise.all(bundled.map(loads))
document.title = JSON.stringify({
  missing: missingTypefaces(names),
  lost: bundled.filter((_family, i) => !loaded[i]),
})

import './environment'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { readItPolicy } from './api/it-policy'
import { session } from './session/session.store'
import { look } from './shell/look.store'
import './ui/tokens.css'
import './ui/ui.css'

look.getState().follow()
void session.getState().begin()
void readItPolicy()

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)

/** The fonts' 200 kB of face rules wait until the first page stands; their slices load when a character needs them. */
requestIdleCallback(() => void import('./ui/fonts'), { timeout: 500 })

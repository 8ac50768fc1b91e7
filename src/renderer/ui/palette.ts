/** The colours of tokens.css for antd, which computes with them and so cannot take CSS variables. A test compares both. */
export interface Palette {
  readonly ground: string
  readonly 'ground-2': string
  readonly card: string
  readonly sunk: string
  readonly line: string
  readonly 'line-2': string
  readonly track: string
  readonly ink: string
  readonly 'ink-2': string
  readonly 'ink-3': string
  readonly 'ink-4': string
  readonly 'ink-5': string
  readonly azurite: string
  readonly 'azurite-fill': string
  readonly 'azurite-hover': string
  readonly 'azurite-tint': string
  readonly 'azurite-line': string
  readonly vermilion: string
  readonly 'vermilion-fill': string
  readonly 'vermilion-tint': string
  readonly 'vermilion-line': string
  readonly malachite: string
  readonly 'malachite-fill': string
  readonly 'malachite-tint': string
  readonly 'malachite-line': string
  readonly gamboge: string
  readonly 'gamboge-fill': string
  readonly 'gamboge-tint': string
  readonly 'gamboge-line': string
}

export type Mode = 'light' | 'dark'

export const palettes: Record<Mode, Palette> = {
  light: {
    ground: '#f7f6f3',
    'ground-2': '#efede8',
    card: '#ffffff',
    sunk: '#faf9f7',
    line: '#e4e1da',
    'line-2': '#cfcbc1',
    track: '#eae7e0',
    ink: '#1f2328',
    'ink-2': '#4a4f57',
    'ink-3': '#656b75',
    'ink-4': '#747a84',
    'ink-5': '#b4b6b8',
    azurite: '#2b5a83',
    'azurite-fill': '#2b5a83',
    'azurite-hover': '#3a6e9c',
    'azurite-tint': '#ebf1f6',
    'azurite-line': '#bfd0df',
    vermilion: '#b5352a',
    'vermilion-fill': '#b5352a',
    'vermilion-tint': '#faeeec',
    'vermilion-line': '#e5bdb7',
    malachite: '#2f6b4b',
    'malachite-fill': '#3e7d5a',
    'malachite-tint': '#eaf3ed',
    'malachite-line': '#bbd5c5',
    gamboge: '#865c0a',
    'gamboge-fill': '#c08a1e',
    'gamboge-tint': '#fbf4e3',
    'gamboge-line': '#e6d09b',
  },
  dark: {
    ground: '#17191c',
    'ground-2': '#121416',
    card: '#1e2125',
    sunk: '#1a1d20',
    line: '#2d3136',
    'line-2': '#444a52',
    track: '#33383f',
    ink: '#e9e6df',
    'ink-2': '#bfbdb7',
    'ink-3': '#999b9e',
    'ink-4': '#8a8d92',
    'ink-5': '#5a5f66',
    azurite: '#8db7dd',
    'azurite-fill': '#3a72a3',
    'azurite-hover': '#4079ab',
    'azurite-tint': '#202e3b',
    'azurite-line': '#365169',
    vermilion: '#e98778',
    'vermilion-fill': '#bc4337',
    'vermilion-tint': '#342120',
    'vermilion-line': '#66382f',
    malachite: '#7fc19d',
    'malachite-fill': '#4f9470',
    'malachite-tint': '#1d2d25',
    'malachite-line': '#345543',
    gamboge: '#ddb057',
    'gamboge-fill': '#c9962f',
    'gamboge-tint': '#2f2818',
    'gamboge-line': '#5e4c21',
  },
}

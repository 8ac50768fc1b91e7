// Calls that this project bans for the sake of its data, where oxlint has no rule of its own. Each ban says why.

const propertyName = ({ property, computed }) => (computed ? property.value : property.name)
const isMethod = (callee, name) => callee.type === 'MemberExpression' && propertyName(callee) === name
const isCallOf = (callee, name) => callee.name === name || isMethod(callee, name)

/** The text of a literal or the fixed beginning of a template; undefined for everything else. */
function leadingText(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  return node?.type === 'TemplateLiteral' ? node.quasis[0].value.raw : undefined
}

const bans = [
  {
    applies: ({ callee }) => isMethod(callee, 'backup'),
    message: 'The driver’s backup() copies into a file without encryption: use the store’s own backup.',
  },
  {
    applies: ({ callee }) => isMethod(callee, 'serialize'),
    message: 'The driver’s serialize() hands out the whole store in the clear.',
  },
  {
    applies: ({ callee, arguments: [algorithm] }) =>
      isCallOf(callee, 'createHash') && /^sm3$/i.test(leadingText(algorithm) ?? ''),
    message: 'Electron’s crypto has no SM3: it would fail on a user’s PC only. Use the project’s own SM3.',
  },
  {
    applies: ({ callee, arguments: [text] }) =>
      isMethod(callee, 'pragma') && /^\s*(hex)?(re)?key\b/i.test(leadingText(text) ?? ''),
    message: 'A key inside a string stays in memory and in traces: hand a Buffer to key() or rekey() and zero it.',
  },
]

const call = {
  create: context => ({
    CallExpression(node) {
      for (const { applies, message } of bans) if (applies(node)) context.report({ node, message })
    },
  }),
}

export default { meta: { name: 'bans' }, rules: { call } }

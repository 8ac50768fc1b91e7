/** The arguments that are forms to import or a package: what a double click hands over. Switches and everything else are left alone. */
export const openedByArguments = (argv: readonly string[]): string[] =>
  argv.filter(argument => !argument.startsWith('-') && /\.(lrmx?|ddx)$/i.test(argument))

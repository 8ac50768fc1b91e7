// Files from outside that mean harm or have come to grief, as the tests make them.

export { damaged, honestFiles } from '../../test/main/cadres/damaged-files'
export { fileBombs } from '../../test/main/cadres/file-bombs'
export { sparseBooks, xlsxBombs } from '../../test/main/cadres/xlsx-bombs'
export { zipBombs } from '../../test/main/cadres/zip-bombs'

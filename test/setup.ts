import { afterAll } from 'vitest'
import { dropFolders } from './helpers/folders'

afterAll(dropFolders)

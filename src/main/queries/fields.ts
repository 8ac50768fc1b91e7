import { attachmentQueryFields } from '../attachments/query-fields'
import { cadreQueryFields } from '../cadres/query-fields'
import { careerQueryFields } from '../cadres/query-fields-life'
import { rowQueryFields } from '../cadres/query-fields-rows'
import { careQueryFields } from '../care-records/query-fields'
import { checkQueryFields } from '../checks/query-fields'
import { honourQueryFields } from '../honours/query-fields'
import { talkQueryFields } from '../interviews/query-fields'
import { promiseQueryFields } from '../promises/query-fields'
import type { RegisteredField } from './field-kinds'

/** Everything that can be asked about. A module that has more to ask adds its list here, one line. */
export const queryFields: readonly RegisteredField[] = [
  ...cadreQueryFields,
  ...careerQueryFields,
  ...rowQueryFields,
  ...checkQueryFields,
  ...attachmentQueryFields,
  ...talkQueryFields,
  ...promiseQueryFields,
  ...careQueryFields,
  ...honourQueryFields,
]

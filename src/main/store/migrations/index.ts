import type { Migration } from '../migrate'
import { m0001 } from './0001-house'
import { m0002 } from './0002-audit'
import { m0003 } from './0003-drafts'
import { m0004 } from './0004-cadres'
import { m0005 } from './0005-exports'
import { m0006 } from './0006-posts'
import { m0007 } from './0007-photos'
import { m0008 } from './0008-checks'
import { m0009 } from './0009-imports'
import { m0010 } from './0010-duplicates'
import { m0011 } from './0011-queries'
import { m0012 } from './0012-rosters'
import { m0013 } from './0013-attachments'
import { m0014 } from './0014-photo-bytes'
import { m0015 } from './0015-interviews'
import { m0016 } from './0016-promises'
import { m0017 } from './0017-talk-rules'
import { m0018 } from './0018-readers'
import { m0019 } from './0019-sound'
import { m0020 } from './0020-documents'
import { m0021 } from './0021-talk-subjects'
import { m0022 } from './0022-talk-questions'
import { m0023 } from './0023-measures'
import { m0024 } from './0024-frozen-talks'
import { m0025 } from './0025-waived-confirmations'
import { m0026 } from './0026-desks'
import { m0027 } from './0027-care-measures'
import { m0028 } from './0028-holidays'
import { m0029 } from './0029-care-standards'
import { m0030 } from './0030-sealed-notes'
import { m0031 } from './0031-care'
import { m0032 } from './0032-grassroots'
import { m0033 } from './0033-entitlements'
import { m0034 } from './0034-care-batches'
import { m0035 } from './0035-retirements'
import { m0036 } from './0036-care-coverage'
import { m0037 } from './0037-hardships'
import { m0038 } from './0038-batch-sources'
import { m0039 } from './0039-honours'
import { m0040 } from './0040-own-bases'
import { m0041 } from './0041-certificates'
import { m0042 } from './0042-entitlement-costs'
import { m0043 } from './0043-medals'
import { m0044 } from './0044-honours-register'
import { m0045 } from './0045-albums'
import { m0046 } from './0046-care-escalations'
import { m0047 } from './0047-aid-records'
import { m0048 } from './0048-care-surveys'
import { m0049 } from './0049-campaigns'
import { m0050 } from './0050-commendations'
import { m0051 } from './0051-medal-visits'
import { m0052 } from './0052-backups'
import { m0053 } from './0053-exchange'
import { m0054 } from './0054-exchange-contents'

export const migrations: readonly Migration[] = [
  m0001,
  m0002,
  m0003,
  m0004,
  m0005,
  m0006,
  m0007,
  m0008,
  m0009,
  m0010,
  m0011,
  m0012,
  m0013,
  m0014,
  m0015,
  m0016,
  m0017,
  m0018,
  m0019,
  m0020,
  m0021,
  m0022,
  m0023,
  m0024,
  m0025,
  m0026,
  m0027,
  m0028,
  m0029,
  m0030,
  m0031,
  m0032,
  m0033,
  m0034,
  m0035,
  m0036,
  m0037,
  m0038,
  m0039,
  m0040,
  m0041,
  m0042,
  m0043,
  m0044,
  m0045,
  m0046,
  m0047,
  m0048,
  m0049,
  m0050,
  m0051,
  m0052,
  m0053,
  m0054,
]

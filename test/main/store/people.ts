/** Who and what the tests talk about; without vitest, because the child processes need it too. */
export const T0 = Date.parse('2030-01-01T09:00:00Z')
export const STORE_ID = '5e0e8a5e-4b0c-4f7e-9d55-0a1b2c3d4e5f'
export const ALICE = '11111111-1111-4111-8111-111111111111'
export const BOB = '22222222-2222-4222-8222-222222222222'
export const CAROL = '33333333-3333-4333-8333-333333333333'
export const machineSecret = Buffer.alloc(32, 7)
export const dek = Buffer.alloc(32, 9)

export const alice = { id: ALICE, login: '张三', password: '口令-甲-Ａ' }
export const bob = { id: BOB, login: 'lisi', password: '口令-乙' }

import { useCall } from '../../api/query'

/** Accounts that may hold or record talks, for a list to choose from. */
export function useAccountOptions() {
  const accounts = useCall('interviews', 'talkers', {})
  return (
    accounts.data?.map(({ id, name, department }) => ({
      value: id,
      label: department ? `${name}（${department}）` : name,
    })) ?? []
  )
}

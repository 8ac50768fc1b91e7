/** Said where somebody gives a reason about a person's care: auditors, who see no care, read it. */
export const AUDITED_REASON = '理由会进审计日志，审计员能看到，不写病情。'

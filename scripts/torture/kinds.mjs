// What a round may find. Lost: acknowledged and not there. Corrupt: does not open or is not whole. Half: a part of a command,
// an import or a copy. Unseen: changed from outside and taken for whole. False alarms: whole and said to be changed.
export const kinds = ['lost', 'corrupt', 'half', 'unseen', 'falseAlarms']

import type { RuleWorld } from '#core/rules/frame/rule.ts';

/** How many engineers a roster has, open positions left out. The sum alone: who does what is nobody's business here. */
export function countEngineers({ snapshot }: RuleWorld, roster: string | undefined): number {
	return snapshot.rows.team.filter(
		(row) => row.roster === roster && !row.vacancy && /\bengineer\b/i.test(row.role ?? ''),
	).length;
}

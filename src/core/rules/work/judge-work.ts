import { workIn } from '#core/rules/frame/issues.ts';
import type { RuleVerdict, RuleWorld } from '#core/rules/frame/rule.ts';
import { fails, issueItem, notChecked, passes } from '#core/rules/frame/verdicts.ts';
import { formatCount } from '#core/words/formats.ts';
import type { Issue } from '#model/issue.ts';

interface Limit {
	/** States of the work that count. */
	workflow: readonly string[];
	roster: string | undefined;
	/** Which issues count. */
	isMeant: (issue: Issue) => boolean;
	/** Of them, for each engineer. */
	most: number;
	/** So many of them, in words. */
	describe: (count: number) => string;
	fix: string;
}

/** Holds work in progress against the engineers of a roster. As sums: who does what is nobody's business here. */
export function judgeWork(world: RuleWorld, limit: Limit): RuleVerdict {
	const { workflow, roster, isMeant, most, describe, fix } = limit;
	const engineers = countEngineers(world, roster);
	if (engineers === 0) {
		const observed = 'The list of people names no engineer of the team.';
		return notChecked(observed, 'Engineers in the roster.');
	}
	const work = workIn(world, workflow).filter(isMeant);
	const observed = `The team has ${describe(work.length)}, and ${formatCount(engineers, 'engineer')}.`;
	if (work.length <= most * engineers) return passes(observed);
	return fails(
		observed,
		fix,
		work.map((issue) => issueItem(world, issue)),
	);
}

/** Open positions are left out. */
function countEngineers({ snapshot }: RuleWorld, roster: string | undefined): number {
	return snapshot.rows.team.filter(
		(row) => row.roster === roster && !row.vacancy && /\bengineer\b/i.test(row.role ?? ''),
	).length;
}

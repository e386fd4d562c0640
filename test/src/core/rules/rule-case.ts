import type { PlanOfDay } from '#model/history.ts';
import type { Milestone } from '#model/milestone.ts';
import type { Registry } from '#model/registry.ts';
import { DeclaredRule } from '#model/rules.ts';
import type { ListName, ListState, SnapshotRows } from '#model/snapshot.ts';
import type { z } from 'zod';
import { runRules } from '#core/rules/run-rules.ts';
import { aMilestone, aPlace, aRegistry, aSnapshot } from '../../../builders.ts';

/** What a rule is judged by, where it differs from an empty snapshot of 23 November 2026. */
export interface Given {
	rows?: Partial<SnapshotRows>;
	plans?: PlanOfDay[];
	registry?: Partial<Registry>;
	lists?: Partial<Record<ListName, ListState>>;
}

/** A rule with a case for each answer that data give. What fails is exempt when the registry says so. */
export interface RuleCase {
	declared: z.input<typeof DeclaredRule>;
	passes: Given;
	fails: Given;
	/** What it says then, and what it shows. */
	says: string;
	shows?: readonly string[];
	notChecked: Given;
}

const dates: [string, string, string][] = [
	['19.6', '2026-10-10', '2026-11-13'],
	['19.7', '2026-11-14', '2026-12-11'],
	['19.8', '2026-12-12', '2027-01-15'],
	['19.9', '2027-01-16', '2027-02-12'],
	['19.10', '2027-02-13', '2027-03-12'],
];

/** 19.7 is current; the kickoff was on 16 November, and the plan final on the 11th. */
export const milestones: Milestone[] = dates.map(([title, startDate, dueDate]) =>
	aMilestone({ title, startDate, dueDate, state: 'active' }),
);

export function judge(
	declared: z.input<typeof DeclaredRule>,
	{ rows, plans = [], registry, lists }: Given,
) {
	const place = aPlace({ file: 'content/registry/rules.yaml', line: 3, end: 4 });
	const rules = [{ ...DeclaredRule.parse(declared), place }];
	const snapshot = aSnapshot({
		rows: { milestones, ...rows },
		...(lists && { lists }),
	});
	const [result] = runRules(aRegistry({ ...registry, rules }), snapshot, plans);
	return result!;
}

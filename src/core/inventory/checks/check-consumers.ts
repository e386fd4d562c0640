import type { Declared, DeclaredConsumer } from '#model/declared.ts';
import type { Registry } from '#model/registry.ts';
import type { About, SnapshotRows } from '#model/snapshot.ts';
import type { Project } from '#model/project.ts';
import type { Check } from '#core/inventory/check.ts';
import { entriesOf } from '#core/inventory/entries.ts';
import { pathRule } from './path.ts';
import { readableRule } from './readable.ts';
import { toCheck } from './run-checks.ts';

export interface CheckedConsumer {
	declared: Declared<DeclaredConsumer>;
	/** `undefined`: the snapshot knows nothing of it. */
	project: Project | undefined;
	checks: readonly Check[];
}

/** Consumers are not the team's: they are judged by where they are, and by nothing that they do. */
export function checkConsumers(
	{ consumers }: Pick<Registry, 'consumers'>,
	{ about, rows }: { about: About; rows: Pick<SnapshotRows, 'consumers'> },
): CheckedConsumer[] {
	const projects = new Map(rows.consumers.map((row) => [row.path.toLowerCase(), row]));
	const entries = entriesOf(consumers);
	return consumers.map((declared) => {
		const { path, place } = declared;
		const project = projects.get(path.toLowerCase());
		const state = about.lists.consumers;
		const subject = { declared: { path, place }, entries, project, state };
		const checks = [pathRule, readableRule].flatMap((rule) => {
			const verdict = rule.judge(subject);
			return verdict.answer === 'not-applicable' ? [] : [toCheck(rule, verdict)];
		});
		return { declared, project, checks };
	});
}

import { expect, test } from 'vitest';
import { toDriftSections } from '#core/findings/drift-sections.ts';
import { findings as allFindings } from './all-findings.ts';

test('every finding stands in one section', () => {
	const sections = Object.values(toDriftSections(allFindings)).flat();
	expect(new Set(sections)).toEqual(new Set(allFindings));
	expect(sections).toHaveLength(allFindings.length);
});

test('what only a change of a project mends stands apart from what the registry says wrongly', () => {
	const { broken = [], ofProjects = [] } = toDriftSections(allFindings);
	const checksIn = (findings: typeof broken) =>
		findings.flatMap((finding) => (finding.rule === 'check' ? [finding.result.id] : []));
	expect(
		checksIn(broken).every((id) => ['path', 'readable', 'archived', 'listed'].includes(id)),
	).toBe(true);
	expect([...broken, ...ofProjects].every(({ level }) => level === 'broken')).toBe(true);
});

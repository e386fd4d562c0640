import { expect, test } from 'vitest';
import { checkProjects } from '#core/inventory/checks/check-projects.ts';
import { rulesFor } from '#core/inventory/checks/rules.ts';
import { findIdleExemptions } from '#core/findings/exemptions.ts';
import {
	aDeclaredProject,
	anExemption,
	aProject,
	aRegistry,
	aSnapshot,
	checkRules,
	someFacts,
} from '../../../builders.ts';

function find(exemption: ReturnType<typeof anExemption>, license: string | null = 'MIT License') {
	const checks = checkRules({ exemptions: [exemption] });
	const registry = aRegistry({
		projects: [aDeclaredProject({ earlierPaths: ['example/old'] })],
		checks,
	});
	const projects = [aProject({ facts: someFacts({ license, licenseUrl: null }) })];
	const checked = checkProjects(registry, aSnapshot({ rows: { projects } }));
	const rules = new Set(rulesFor(checks).map(({ id }) => id));
	return findIdleExemptions(checks.exemptions, checked, rules, '2026-11-23');
}

const over = '2026-11-22';

test.each([
	{ exemption: { check: 'licence' }, license: null, rule: undefined, why: 'it is at work' },
	{
		exemption: { check: 'licence', until: over },
		license: null,
		rule: 'exemption-ended',
		why: 'its day is over',
	},
	{ exemption: { check: 'licence' }, rule: 'exemption-not-needed', why: 'the check holds' },
	{ exemption: { check: 'licence', until: over }, rule: 'exemption-not-needed', why: 'both' },
	{ exemption: { check: 'maintainers' }, rule: undefined, why: 'nobody knows' },
	{
		exemption: { project: 'Example/Old', check: 'licence' },
		license: null,
		rule: undefined,
		why: 'it was given before the project moved',
	},
	{
		exemption: { check: 'maintainers', until: over },
		rule: 'exemption-ended',
		why: 'it would not count anyway',
	},
] as const)('$exemption is $rule: $why', ({ exemption, rule, ...rest }) => {
	const license = 'license' in rest ? rest.license : undefined;
	const findings = find(anExemption(exemption), license);
	expect(findings.map((finding) => [finding.rule, finding.level])).toEqual(
		rule ? [[rule, 'notice']] : [],
	);
});

test.each([
	{ exemption: { project: 'example/gone' }, why: 'project-not-declared' },
	{ exemption: { check: 'tool-nothing' }, why: 'no-such-check' },
	{ exemption: { check: 'release' }, why: 'not-applicable' },
] as const)('$exemption is of nothing: $why', ({ exemption, why }) => {
	expect(find(anExemption({ ...exemption, place: { line: 30 } }))).toMatchObject([
		{ rule: 'exemption-of-nothing', level: 'notice', why, place: { line: 30 } },
	]);
});

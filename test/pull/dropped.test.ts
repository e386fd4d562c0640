import { expect, test } from 'vitest';
import { comparePlans } from '#core/plan-changes/compare-plans.ts';
import { withoutUnseen } from '#core/plan-changes/without-unseen.ts';
import type { PlanOfDay } from '#model/history.ts';
import { planHistory, readHistory } from '#store/history.ts';
import type { WorldIssue } from '../gitlab/world.ts';
import { Checkout, registry } from './checkout.ts';

const tomorrow = { HANDBOOK_TODAY: '2026-11-24' };
const dayAfter = { HANDBOOK_TODAY: '2026-11-25' };
const { plan: rules } = registry;

const plansOf = async ({ root }: Checkout) => (await readHistory(root, planHistory)).days;

const changesOf = (before: PlanOfDay, after: PlanOfDay, { project, iid }: WorldIssue) =>
	comparePlans(before, after, rules)
		.filter(
			(change) => 'issue' in change && change.issue.project === project && change.issue.iid === iid,
		)
		.map(({ kind }) => kind);

test('a pull tells what was dropped from what is hidden, also when it is made twice', async () => {
	await using checkout = await Checkout.create();
	await checkout.pull();
	const [first] = await plansOf(checkout);
	const { issues, milestones } = checkout.gitlab.world;
	const current = milestones.find(({ title }) => title === '19.7')!;
	const kept = new Set(first!.issues.map(({ project, iid }) => `${project}#${String(iid)}`));
	const [dropped, handedOver, hidden] = issues.filter(
		({ project, iid, milestoneId, labels }) =>
			milestoneId === current.id &&
			kept.has(`${project}#${String(iid)}`) &&
			!labels.some((label) => label.startsWith(rules.candidateScope)),
	);
	dropped!.milestoneId = null;
	handedOver!.labels = handedOver!.labels.filter((label) => !rules.groupLabels.includes(label));
	hidden!.confidential = true;

	// The second pull of a day knows of its first one, and still has to ask.
	for (let pull = 0; pull < 2; pull++) {
		expect((await checkout.run('pull', [], tomorrow)).code).toBe(0);
		const [before, after] = await plansOf(checkout);
		expect(changesOf(before!, after!, dropped!)).toEqual(['dropped']);
		expect(changesOf(before!, after!, handedOver!)).toEqual(['dropped']);
		expect(changesOf(before!, after!, hidden!)).toEqual(['not-seen']);
		const told = JSON.stringify(withoutUnseen(await plansOf(checkout)));
		expect(told).toContain(`"iid":${String(dropped!.iid)},`);
		expect(told).not.toContain(`"iid":${String(hidden!.iid)},`);
	}

	// What was dropped has left the plan: it is not asked for again.
	checkout.gitlab.requests.length = 0;
	await checkout.run('pull', [], dayAfter);
	expect(checkout.gitlab.requests.filter(({ path }) => path.includes('iids'))).toEqual([]);
	const [, second, third] = await plansOf(checkout);
	expect(changesOf(second!, third!, dropped!)).toEqual([]);
}, 90_000);

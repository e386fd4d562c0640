import { expect, test } from 'vitest';
import { isChangesData } from '#components/changes-data.ts';
import { packPlans } from '#core/plan-changes/pack-plans.ts';
import { aPlanOfDay, planRules } from '../../builders.ts';

test('only what this site packs itself is taken for its data', () => {
	const data = { plans: packPlans([aPlanOfDay()]), rules: planRules(), slips: {} };
	expect(isChangesData(JSON.parse(JSON.stringify(data)))).toBe(true);
	const others = [
		null,
		'<!doctype html>',
		{},
		{ plans: null },
		{ ...data, plans: { ...data.plans, packed: 2 } },
	];
	expect(others.filter(isChangesData)).toEqual([]);
});

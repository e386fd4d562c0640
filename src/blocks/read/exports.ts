import { pageOf } from '#block-pages.ts';
import { site } from '#site.ts';
import { exportNames, type ExportName } from '#core/publish/exports/addresses.ts';
import { toChangesTable, toChangesExport } from '#core/publish/exports/changes-export.ts';
import { toConsumersTable, toConsumersExport } from '#core/publish/exports/consumers-export.ts';
import type { CsvTable } from '#core/publish/exports/csv.ts';
import { toHealthExport, toHealthTable } from '#core/publish/exports/health-export.ts';
import { toOnboardingExport, toOnboardingTable } from '#core/publish/exports/onboarding-export.ts';
import { toPlanTable, toPlanExport } from '#core/publish/exports/plan-export.ts';
import { toProjectsTable, toProjectsExport } from '#core/publish/exports/projects-export.ts';
import { toRulesTable, toRulesExport } from '#core/publish/exports/rules-export.ts';
import { hasPlan } from '#core/snapshot/configured-lists.ts';
import { ChangesExport } from '#model/exports/changes.ts';
import { ConsumersExport } from '#model/exports/consumers.ts';
import type { ExportShape } from '#model/exports/file.ts';
import { HealthExport } from '#model/exports/health.ts';
import { OnboardingExport } from '#model/exports/onboarding.ts';
import { PlanExport } from '#model/exports/plan.ts';
import { RulesExport } from '#model/exports/rules.ts';
import { ProjectsExport } from '#model/exports/exports.ts';
import { siteData } from '#site-data.ts';
import { readProjectChecks } from './checks.ts';
import { readConsumers } from './consumers.ts';
import { readOnboardingSteps } from './onboarding.ts';
import { oncePerBuild } from './once-per-build.ts';
import { readPlan } from './plan.ts';
import { publishedAddress } from './published-address.ts';
import { readChanges, readPlanHistory } from './plan-history.ts';
import { readRulePages, readRules } from './rules.ts';

/** What every export says of where it is from. */
async function readSurroundings() {
	return {
		site,
		about: (await siteData()).snapshot.about,
		addressOf: publishedAddress,
		aboutPage: (await pageOf('Exports'))?.path,
	};
}

export const readProjectsExport = oncePerBuild(async (): Promise<ProjectsExport> => {
	const { registry, history } = await siteData();
	return toProjectsExport({
		...(await readSurroundings()),
		checkRules: registry.checks,
		history: history.checks,
		projects: [...(await readProjectChecks()).values()],
	});
});

const readConsumersExport = oncePerBuild(async (): Promise<ConsumersExport> => {
	const { api } = (await siteData()).registry;
	return toConsumersExport({
		...(await readSurroundings()),
		api,
		consumers: await readConsumers(),
	});
});

const readPlanExport = oncePerBuild(async (): Promise<PlanExport> => {
	const rules = (await siteData()).registry.plan;
	return toPlanExport({ ...(await readSurroundings()), rules, plan: await readPlan() });
});

const readChangesExport = oncePerBuild(async (): Promise<ChangesExport> =>
	toChangesExport({
		...(await readSurroundings()),
		rules: (await siteData()).registry.plan,
		days: (await readPlanHistory()).map(({ day }) => day),
		changes: await readChanges(),
	}),
);

const readRulesExport = oncePerBuild(async (): Promise<RulesExport> =>
	toRulesExport({
		...(await readSurroundings()),
		results: await readRules(),
		pages: await readRulePages(),
	}),
);

const readOnboardingExport = oncePerBuild(async (): Promise<OnboardingExport> =>
	toOnboardingExport({ ...(await readSurroundings()), steps: await readOnboardingSteps() }),
);

const readHealthExport = oncePerBuild(async (): Promise<HealthExport> =>
	toHealthExport(await readSurroundings()),
);

interface ExportFile {
	/** Its schema is published beside it. */
	shape: ExportShape;
	/** What the JSON holds. */
	read: () => Promise<object>;
	/** What the CSV holds. */
	readTable: () => Promise<CsvTable>;
}

/** Everything that is published for machines, by the name of its files. */
export const exportFiles: Record<ExportName, ExportFile> = {
	projects: exportFile(ProjectsExport, readProjectsExport, toProjectsTable),
	consumers: exportFile(ConsumersExport, readConsumersExport, toConsumersTable),
	plan: exportFile(PlanExport, readPlanExport, toPlanTable),
	changes: exportFile(ChangesExport, readChangesExport, toChangesTable),
	rules: exportFile(RulesExport, readRulesExport, toRulesTable),
	onboarding: exportFile(OnboardingExport, readOnboardingExport, toOnboardingTable),
	health: exportFile(HealthExport, readHealthExport, toHealthTable),
};

/** Those of which the team has anything: without consumers or a plan there is no file of them. */
export async function readExportNames(): Promise<ExportName[]> {
	const { registry } = await siteData();
	const has: Record<ExportName, boolean> = {
		projects: true,
		consumers: registry.consumers.length > 0,
		plan: hasPlan(registry),
		changes: hasPlan(registry),
		rules: registry.rules.length > 0,
		onboarding: registry.onboarding !== undefined,
		health: true,
	};
	return exportNames.filter((name) => has[name]);
}

function exportFile<Value extends object>(
	shape: ExportShape,
	read: () => Promise<Value>,
	toTable: (value: Value) => CsvTable,
): ExportFile {
	return { shape, read, readTable: async () => toTable(await read()) };
}

import { href } from '#href.ts';
import { site } from '#site.ts';
import type { AddressOf } from '#core/exports/addresses.ts';
import { toConsumersExport } from '#core/exports/consumers-export.ts';
import { toProjectsExport } from '#core/exports/projects-export.ts';
import type { ConsumersExport, ProjectsExport } from '#model/exports.ts';
import { readApi, readConsumers } from './api.ts';
import { readCheckHistory, readCheckRules, readProjectChecks } from './checks.ts';
import { oncePerBuild } from './once-per-build.ts';
import { readAbout } from './snapshot.ts';

/** What the exports of the inventory hold. */
export const readProjectsExport = oncePerBuild(makeProjectsExport);

/** What the exports of the consumers hold. */
export const readConsumersExport = oncePerBuild(async (): Promise<ConsumersExport> => {
	const [about, api, consumers] = await Promise.all([readAbout(), readApi(), readConsumers()]);
	return toConsumersExport({ site, about, api, consumers, addressOf: publishedAddress });
});

/** For readers outside of the site: whole where its address is known, else from the host's root. */
export const publishedAddress: AddressOf = (path) => {
	const { SITE } = import.meta.env;
	return SITE ? new URL(href(path), SITE).href : href(path);
};

async function makeProjectsExport(): Promise<ProjectsExport> {
	const [about, checkRules, history, checked] = await Promise.all([
		readAbout(),
		readCheckRules(),
		readCheckHistory(),
		readProjectChecks(),
	]);
	return toProjectsExport({
		site,
		about,
		checkRules,
		history,
		addressOf: publishedAddress,
		projects: [...checked.values()],
	});
}

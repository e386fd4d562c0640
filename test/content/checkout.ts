import { join } from 'node:path';
import { renderPrepared } from '../site/read-site.ts';

/** This checkout, whose `content` is the team's own. Only tests of this folder read it. */
export const checkout = join(import.meta.dirname, '../..');

/** Renders the team's own site, with the data that are in the checkout. */
export const renderOwn = () => renderPrepared({}, undefined, checkout);

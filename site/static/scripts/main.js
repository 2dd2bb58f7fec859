// SPDX-License-Identifier: GPL-3.0-or-later
// Pages work without any of this; each module makes one thing nicer and minds only its own elements.
import {enhanceMenus} from './menus.js';
import {enhanceSearchBoxes} from './search_box.js';
import {showLocalTimes} from './local_times.js';
import {followHeadings} from './headings.js';
import {enhanceRating} from './rating.js';
import {enhanceDeskForms} from './desk_forms.js';
import {offerFittingArticles} from './fitting_articles.js';

enhanceSearchBoxes(document);
enhanceMenus(document);
showLocalTimes(document);
followHeadings(document);
enhanceRating(document);
enhanceDeskForms(document);
offerFittingArticles(document);

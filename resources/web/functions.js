// SPDX-License-Identifier: GPL-3.0-or-later
// Where the page's script begins; the name is that of the reference's script.
import { start } from './app.js';

start();

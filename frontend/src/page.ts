// Starts a page: at once where it carries all that its script reads, else when that has come (explorer.ts asks for it).

import { startPage } from "./main";

if (document.querySelector("#facts[data-from]")) document.addEventListener("facts", startPage, { once: true });
else startPage();

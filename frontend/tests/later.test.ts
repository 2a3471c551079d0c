// A large page whose facts are not there yet is asked for anew with each choice.

import { equal } from "node:assert/strict";
import { test } from "node:test";

import { chooseByQuery } from "../src/later";

test("a choice before the facts have come stands in the address, and is let go when it is made again", () => {
  equal(chooseByQuery("?lang=fa", "TUR", null), "lang=fa&country=TUR");
  equal(chooseByQuery("?lang=fa&country=TUR", "TUR", null), "lang=fa");
  equal(chooseByQuery("?country=TUR", null, "IR-04"), "country=TUR&province=IR-04");
  equal(chooseByQuery("?country=TUR", "TUR", "IR-04"), "country=TUR&province=IR-04");
});

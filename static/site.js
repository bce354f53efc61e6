// What every page can do beyond being read. Each page is whole without it.
import { offerCopies } from "./js/copy.js";
import { listen } from "./js/keys.js";

listen();
offerCopies();

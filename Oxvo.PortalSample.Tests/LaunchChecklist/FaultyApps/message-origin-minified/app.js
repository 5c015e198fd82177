!function(){"use strict";var t=window;function e(t){"oxvo.current_user"===t.data.type&&n(t.data.payload)}function n(t){document.title=t.identifier}t.addEventListener("message",e,!1)}();

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/descriptor.h"

#include <unistd.h>

namespace pushgate::daemon {

void Descriptor::close()
{
    if (const int descriptor = release(); descriptor >= 0)
        ::close(descriptor); // after EINTR it is closed all the same on Linux
}

} // namespace pushgate::daemon

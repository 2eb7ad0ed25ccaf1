"""What the BMC's chassis commands do to a server."""

import unittest

from yuzuri_lab import bmc, qemu


class FakeMachine:
    def __init__(self):
        self.on, self.boot, self.done = False, qemu.DISK, []

    def is_on(self):
        return self.on

    def next_boot(self):
        return self.boot

    def set_next_boot(self, boot):
        self.boot = boot

    def power_on(self):
        self.on = True

    def power_off(self):
        self.on = False

    def reset(self):
        self.done.append("reset")

    def press_power_button(self):
        self.done.append("button")


class ChassisCommands(unittest.TestCase):
    def setUp(self):
        self.machine = FakeMachine()

    def test_power_is_answered_as_it_is(self):
        self.assertEqual("power:0\n", bmc.answer(self.machine, "get power\n"))
        self.machine.on = True
        self.assertEqual("power:1\n", bmc.answer(self.machine, "get power\n"))

    def test_power_is_switched(self):
        bmc.answer(self.machine, "set power 1\n")
        self.assertTrue(self.machine.on)
        bmc.answer(self.machine, "set power 0\n")
        self.assertFalse(self.machine.on)

    def test_network_boot_is_asked_for_and_taken_back(self):
        bmc.answer(self.machine, "set boot pxe\n")
        self.assertEqual("boot:pxe\n", bmc.answer(self.machine, "get boot\n"))
        bmc.answer(self.machine, "set boot none\n")
        self.assertEqual(qemu.DISK, self.machine.boot)

    def test_several_parameters_come_in_one_command(self):
        bmc.answer(self.machine, "set boot pxe power 1\n")
        self.assertEqual((True, qemu.NETWORK), (self.machine.on, self.machine.boot))

    def test_reset_and_button_reach_the_server(self):
        bmc.answer(self.machine, "set reset 1\n")
        bmc.answer(self.machine, "set shutdown 1\n")
        self.assertEqual(["reset", "button"], self.machine.done)

    def test_unknown_commands_are_named(self):
        for request in ("", "eject power\n", "get temperature\n", "set fan 3\n"):
            with self.assertRaisesRegex(ValueError, "expected"):
                bmc.answer(self.machine, request)


if __name__ == "__main__":
    unittest.main()

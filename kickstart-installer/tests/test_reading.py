import unittest

from kickstart_installer import payload, system
from kickstart_installer.problem import Problem, Refused
from kickstart_installer.reading import read_text

from .examples import WHOLE, whole, without


class ReadingAKickstart(unittest.TestCase):
    def refused(self, text):
        with self.assertRaises(Problem) as caught:
            found = read_text(text)
            payload.check(found)
            system.check(found)
        return str(caught.exception)

    def test_every_honoured_command_is_accepted(self):
        found = whole()

        payload.check(found)
        system.check(found)
        self.assertEqual("web.example.org", found.handler.network.network[0].hostname)

    def test_an_unknown_command_is_refused_with_its_line(self):
        message = self.refused("lang C\nfrobnicate --now\n" + WHOLE)

        self.assertIn("2", message)
        self.assertIn("frobnicate", message)

    def test_a_known_command_that_is_not_honoured_is_refused_with_line_and_reason(self):
        with self.assertRaises(Refused) as caught:
            read_text("lang C\nvolgroup vg pv.1\n")

        self.assertEqual((2, "volgroup"), (caught.exception.line, caught.exception.command))
        self.assertIn("use part", str(caught.exception))

    def test_an_option_that_is_not_honoured_is_refused_by_name(self):
        message = self.refused(WHOLE.replace("part /boot", "part /boot --encrypted"))

        self.assertIn("--encrypted", message)
        self.assertIn("part", message)

    def test_a_value_that_is_not_honoured_is_refused_with_what_is(self):
        message = self.refused(WHOLE.replace("--fstype=xfs", "--fstype=ext3"))

        self.assertIn("ext3", message)
        self.assertIn("ext4", message)

    def test_the_value_of_an_option_may_stand_in_the_next_word(self):
        self.assertIn("ext3", self.refused(WHOLE.replace("--fstype=xfs", "--fstype ext3")))
        self.assertTrue(read_text(WHOLE.replace("--fstype=xfs", "--fstype ext4")))

    def test_lvm_by_autopart_is_refused(self):
        self.assertIn("lvm", self.refused(without("part") + "autopart --type=lvm\n"))

    def test_a_foreign_package_group_is_refused(self):
        self.assertIn("@gnome", self.refused(WHOLE.replace("@core", "@gnome")))

    def test_an_add_on_is_refused(self):
        self.assertIn("%addon", self.refused(WHOLE + "%addon com_redhat_kdump --enable\n%end\n"))

    def test_a_certificate_section_is_refused(self):
        text = WHOLE + "%certificate --filename=ca.pem --dir=/etc\nAAAA\n%end\n"

        self.assertIn("%certificate", self.refused(text))

    def test_two_sources_are_refused(self):
        message = self.refused("liveimg --url=http://10.30.0.10/root.tar.zst\n" + WHOLE)

        self.assertIn("one installation source", message)

    def test_no_source_is_refused(self):
        self.assertIn("one installation source", self.refused(without("url", "repo")))

    def test_a_source_that_is_no_web_address_is_refused(self):
        for url in ("file:///etc", "ftp://10.30.0.10/debian", "http://"):
            with self.subTest(url):
                self.assertIn("no http or https URL",
                              self.refused(WHOLE.replace("http://10.30.0.10/debian/dists/bookworm", url)))

    def test_a_missing_include_is_an_error_only_after_pre(self):
        text = WHOLE.replace("text\n", "%include /nonexistent/disks.ks\n", 1)

        self.assertTrue(read_text(text, includes_exist=False))
        self.assertIn("disks.ks", self.refused(text))

    def test_an_include_from_the_network_is_refused(self):
        self.assertIn("%include", self.refused("%include http://10.30.0.10/more.ks\n" + WHOLE))

    def test_a_user_name_that_is_none_is_refused(self):
        self.assertIn("a:b", self.refused(WHOLE.replace("--name=ops", "--name=a:b")))

    def test_a_host_name_that_is_none_is_refused(self):
        self.assertIn("--hostname", self.refused(WHOLE.replace("web.example.org", "web/../x")))

    def test_a_time_zone_outside_its_directory_is_refused(self):
        self.assertIn("time zone", self.refused(WHOLE.replace("Asia/Tokyo", "../../etc/shadow")))

    def test_a_static_interface_needs_an_address(self):
        self.assertIn("--ip", self.refused(WHOLE.replace("--ip=192.0.2.17 ", "")))


if __name__ == "__main__":
    unittest.main()

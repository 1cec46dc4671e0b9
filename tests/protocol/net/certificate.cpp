#include <cstdio>
#include <cstdlib>
#include <memory>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <tests/protocol/net/certificate.hpp>

namespace monazite::test_support {
namespace {

template <class T, void (*free_it)(T*)>
struct Freed {
  void operator()(T* object) const { free_it(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509, X509_free>>;

void must(bool done) {
  if (!done) std::abort();
}

}  // namespace

void write_certificate(const std::string& folder) {
  const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
  const Certificate certificate(X509_new());
  must(key != nullptr && certificate != nullptr);
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86'400);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* const name = X509_get_subject_name(certificate.get());
  const std::string host = "localhost";
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(host.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_EXTENSION* const also =
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
  must(also != nullptr && X509_add_ext(certificate.get(), also, -1) == 1);
  X509_EXTENSION_free(also);
  must(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);
  std::FILE* const cert_file = std::fopen((folder + "/cert.pem").c_str(), "wb");
  std::FILE* const key_file = std::fopen((folder + "/key.pem").c_str(), "wb");
  must(cert_file != nullptr && key_file != nullptr);
  must(PEM_write_X509(cert_file, certificate.get()) == 1);
  must(PEM_write_PrivateKey(key_file, key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
  std::fclose(cert_file);
  std::fclose(key_file);
}

}  // namespace monazite::test_support
